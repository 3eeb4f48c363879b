//! Times rs-trafilatura on pages: `rs_peer FILE...` prints nanoseconds of the
//! second of two rounds, bytes and pages, as `peer_pages time` does.
use std::hint::black_box;
use std::time::Instant;

/// Nanoseconds this thread was running; elsewhere than on Linux, of the clock.
fn now(start: &Instant) -> u128 {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|s| s.split(' ').next()?.parse().ok())
        .unwrap_or_else(|| start.elapsed().as_nanos())
}

fn main() {
    let pages: Vec<Vec<u8>> = std::env::args()
        .skip(1)
        .filter_map(|path| std::fs::read(path).ok())
        .collect();
    let start = Instant::now();
    let mut took = 0;
    for _ in 0..2 {
        let from = now(&start);
        for page in &pages {
            let _ = black_box(rs_trafilatura::extract_bytes(page));
        }
        took = now(&start) - from;
    }
    let bytes: usize = pages.iter().map(Vec::len).sum();
    println!("{took} {bytes} {}", pages.len());
}
