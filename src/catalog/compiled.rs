//! The apps of `schemas/`, as build.rs writes them.

use super::{Address, App, AuthType, Basis, Field, Format, Input, Mode};

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));
