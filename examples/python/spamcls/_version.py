"""The version of this package and of the library it was written for."""
VERSION = '0.1.0'
