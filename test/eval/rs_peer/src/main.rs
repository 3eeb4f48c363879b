//! The body of each HTML file named, by rs-trafilatura: a JSON object a line,
//! as test/eval/split_peers.py prints them.

fn body_of(page: &str) -> String {
    match rs_trafilatura::extract(page) {
        Ok(found) => found.content_text,
        Err(_) => String::new(),
    }
}

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let page = String::from_utf8_lossy(&bytes);
        let body = body_of(&page);
        println!("{}", serde_json::json!({"path": path, "body": body}));
    }
    Ok(())
}
