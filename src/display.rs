//! `Display` for types whose values have a name in JSON: it writes that name.

use std::fmt;

use serde::Serialize;

use crate::catalog::{Basis, Input, Mode};
use crate::fixes::Edit;
use crate::request::{Environment, Fault, Kind, Shape};
use crate::rows::FileFormat;
use crate::verdict::{Certainty, Code, HintCode, HintVariant, TextBasis};

macro_rules! display_name {
    ($($name:ty),*) => {$(
        impl fmt::Display for $name {
            /// Writes the name in JSON.
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.serialize(formatter)
            }
        }
    )*};
}

display_name!(Basis, Certainty, Code, Edit, FileFormat, HintCode, HintVariant, Input, Kind, Shape, TextBasis);

impl fmt::Display for Fault {
    /// Writes the name in JSON; `not_object` for a body that is another JSON type.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotObject(_) => formatter.write_str("not_object"),
            _ => self.serialize(formatter),
        }
    }
}

impl fmt::Display for Environment {
    /// Writes the name as the endpoint's messages do.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Test => "test",
            Self::Production => "production",
        })
    }
}

impl fmt::Display for Mode {
    /// Writes the name in schema files.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Test => "test",
            Self::Live => "live",
        })
    }
}
