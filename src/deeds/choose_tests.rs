use super::*;
use crate::services::RecipientStatus;
use std::collections::BTreeMap;

fn party(digits: &str) -> OrgNumber {
    digits.parse().expect("a valid number")
}

fn us() -> OrgNumber {
    party("991825827")
}

fn transfer(name: u128) -> FileTransfer {
    FileTransfer {
        resource: "smart-files".to_owned(),
        id: Uuid::from_u128(name),
        file_name: "invoice.xml".to_owned(),
        reference: "invoice 4711".to_owned(),
        checksum: None,
        size: 10,
        status: TransferStatus::Published,
        status_text: "Ready for download".to_owned(),
        status_changed: None,
        expires: None,
        created: None,
        sender: "0192:974760673".to_owned(),
        recipients: vec![RecipientStatus { organisation: Some(us()), status: "Initialized".to_owned() }],
        properties: BTreeMap::new(),
    }
}

fn marked(name: u128) -> FileTransfer {
    FileTransfer { reference: mark::reference(), properties: mark::properties("00"), ..transfer(name) }
}

#[test]
fn the_newest_marked_test_is_taken_and_unmarked_files_are_passed_by() {
    let transfers = [transfer(1), marked(2), marked(3)];
    assert_eq!(choose(&transfers, &us(), WantedTransfer::NewestTest).map(|t| t.id), Ok(Uuid::from_u128(2)));
}

#[test]
fn a_reference_or_a_property_alone_is_not_a_mark() {
    let reference_only = FileTransfer { reference: mark::reference(), ..transfer(1) };
    let property_only = FileTransfer { properties: mark::properties("00"), ..transfer(2) };
    let other_value = FileTransfer { properties: BTreeMap::from([("broker-setup".to_owned(), "prod".to_owned())]), ..marked(3) };
    let transfers = [reference_only, property_only, other_value];
    assert_eq!(choose(&transfers, &us(), WantedTransfer::NewestTest), Err(NotTaken::OnlyUnmarked { count: 3 }));
}

#[test]
fn an_unmarked_file_needs_to_be_chosen_for_this_deed() {
    let transfers = [transfer(1)];
    let id = Uuid::from_u128(1);
    assert_eq!(choose(&transfers, &us(), WantedTransfer::Test(id)), Err(NotTaken::Unmarked(id)));
    assert_eq!(choose(&transfers, &us(), WantedTransfer::Chosen(id)).map(|t| t.id), Ok(id));
}

#[test]
fn a_file_for_others_is_never_taken_not_even_when_chosen() {
    let id = Uuid::from_u128(1);
    let transfers = [marked(1)];
    let stranger = party("974760673");
    for wanted in [WantedTransfer::Test(id), WantedTransfer::Chosen(id)] {
        assert_eq!(choose(&transfers, &stranger, wanted), Err(NotTaken::NotForUs(id)));
    }
    assert_eq!(choose(&transfers, &stranger, WantedTransfer::NewestTest), Err(NotTaken::Nothing));
}

#[test]
fn a_test_that_we_have_confirmed_is_not_fetched_again() {
    let mut done = marked(1);
    done.recipients[0].status = CONFIRMED.to_owned();
    assert_eq!(choose(&[done.clone()], &us(), WantedTransfer::NewestTest), Err(NotTaken::Nothing));
    assert_eq!(choose(&[done, marked(2)], &us(), WantedTransfer::NewestTest).map(|t| t.id), Ok(Uuid::from_u128(2)));
}

#[test]
fn each_status_of_a_chosen_transfer_has_its_own_answer() {
    let id = Uuid::from_u128(1);
    let answer = |status: TransferStatus| choose(&[FileTransfer { status, ..marked(1) }], &us(), WantedTransfer::Chosen(id)).map(|t| t.id);
    let text = "Ready for download".to_owned();
    assert_eq!(answer(TransferStatus::Published), Ok(id));
    assert_eq!(answer(TransferStatus::AllConfirmedDownloaded), Ok(id));
    assert_eq!(answer(TransferStatus::UploadProcessing), Err(NotTaken::NotReady(id, text.clone())));
    assert_eq!(answer(TransferStatus::Failed), Err(NotTaken::Failed(id, text)));
    assert_eq!(answer(TransferStatus::Purged), Err(NotTaken::Gone(id)));
}
