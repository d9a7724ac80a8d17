//! Options of one bit each. `packages/auth-object/src/check/flags.ts` has the same numbers, and a test compares them.

use auth_object::{Environment, Shape, Trust};

/// The bits.
#[derive(Clone, Copy)]
pub struct Flags(pub u32);

impl Flags {
    pub const FORM: u32 = 1;
    const TYPED: u32 = 1 << 1;
    const FLAT: u32 = 1 << 2;
    const DOCUMENTED: u32 = 1 << 3;
    pub const NO_HINTS: u32 = 1 << 4;
    const TEST: u32 = 1 << 5;
    const PRODUCTION: u32 = 1 << 6;
    pub const API_KEYS: u32 = 1 << 7;
    pub const LINKED_ACCOUNTS: u32 = 1 << 8;
    pub const INTEGRATIONS: u32 = 1 << 9;
    pub const CUSTOM_APPS: u32 = 1 << 10;
    pub const VERIFIED: u32 = 1 << 11;
    pub const REJECTED: u32 = 1 << 12;

    pub const fn has(self, flag: u32) -> bool {
        self.0 & flag != 0
    }

    pub const fn shape(self) -> Option<Shape> {
        match (self.has(Self::TYPED), self.has(Self::FLAT)) {
            (true, _) => Some(Shape::Typed),
            (_, true) => Some(Shape::Flat),
            _ => None,
        }
    }

    pub const fn trust(self) -> Trust {
        if self.has(Self::DOCUMENTED) { Trust::Documented } else { Trust::All }
    }

    pub const fn environment(self) -> Option<Environment> {
        match (self.has(Self::TEST), self.has(Self::PRODUCTION)) {
            (true, _) => Some(Environment::Test),
            (_, true) => Some(Environment::Production),
            _ => None,
        }
    }
}
