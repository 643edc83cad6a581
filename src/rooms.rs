//! The rooms of the house for its own tests and benchmarks: no part of the API.

macro_rules! open {
    ($($room:ident)*) => {
        $(
            /// The room of that name.
            pub mod $room {
                pub use crate::$room::*;
            }
        )*
    };
}

open! { calendar diagnostic document front_matter language markdown renewal rules source source_map tasks template typeset }
