//! The value types for any text: parsing never panics, and an accepted value that is written and read again stays the same.

use broker_setup::values::{
    ClientId, EventType, OrgNumber, ResourceId, Scope, SecretRef, SystemId, Webhook, base_address, file_path, spelled_path,
};
use proptest::prelude::*;
use std::fmt::Display;
use std::str::FromStr;

fn reads_back<T: FromStr + Display + PartialEq>(text: &str) -> bool {
    text.parse::<T>().map_or(true, |value| value.to_string().parse::<T>().is_ok_and(|again| again == value))
}

proptest! {
    #[test]
    fn any_text_is_refused_or_reads_back_the_same(text in "\\PC{0,60}") {
        prop_assert!(reads_back::<OrgNumber>(&text));
        prop_assert!(reads_back::<ClientId>(&text));
        prop_assert!(reads_back::<EventType>(&text));
        prop_assert!(reads_back::<ResourceId>(&text));
        prop_assert!(reads_back::<Scope>(&text));
        prop_assert!(reads_back::<SystemId>(&text));
        prop_assert!(reads_back::<SecretRef>(&text));
        prop_assert!(reads_back::<Webhook>(&text));
    }

    /// Characters that a reader of paths, quotation marks and addresses treats in a way of its own.
    #[test]
    fn any_reference_and_path_is_refused_or_reads_back_the_same(text in "(file:|env:|cmd:|)[ab.~/\\\\'\"%20:$\u{200b}\u{a0}\t{}#|]{0,16}") {
        prop_assert!(reads_back::<SecretRef>(&text));
        if let Ok(path) = file_path(&text) {
            prop_assert_eq!(file_path(&spelled_path(&path)), Ok(path));
        }
        if let Ok(address) = base_address(&text) {
            prop_assert_eq!(base_address(address.as_str()), Ok(address));
        }
    }

    #[test]
    fn of_ten_last_digits_at_most_one_makes_an_organisation_number(start in "[0-9]{8}") {
        let valid = (0..10).filter(|last| format!("{start}{last}").parse::<OrgNumber>().is_ok()).count();
        prop_assert!(valid <= 1);
    }
}
