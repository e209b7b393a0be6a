//! Facts broker-api 2.12: transfers counted by month.

use crate::support::*;
use crate::transfer::*;
use jiff::Timestamp;

const COLUMNS: &str = "year,month,resourceId,senderVendor,recipientVendor,sender,recipient,totalFileTransfers,uploadCount,totalTransferDownloadAttempts,transfersWithDownloadConfirmed\n";

async fn monthly(caller: &Caller<'_>, query: &str) -> Answer {
    caller.get(format!("{BASE}/statistics/monthly?{query}")).await
}

#[tokio::test]
async fn a_month_is_counted_by_sender_and_recipient() {
    let sandbox = open().await;
    let (sender, recipient, owner) =
        (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await, Caller::service_owner(&sandbox).await);
    let id = published(&sender, FOX).await;
    // The sender is reported in one form, whichever form it was sent in.
    let mut other = plain();
    other["sender"] = json!(format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number));
    initialized(&sender, &other).await;
    download(&recipient, &id).await;
    download(&recipient, &id).await;
    confirm(&recipient, &id).await;
    let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC);
    let (year, month) = (today.year(), today.month());
    let asked = format!("year={year}&month={month}&resourceId={}", known::RESOURCE);
    let answer = monthly(&owner, &asked).await;
    answer.is(200).header_is("content-type", "text/csv");
    let file = format!("monthly_statistics_{}_{year:04}-{month:02}.csv", known::RESOURCE);
    assert_eq!(answer.header("content-disposition"), format!("attachment; filename={file}; filename*=UTF-8''{file}"));
    answer.fixed();
    let (from, to, waiting) = (party(known::SENDER.number), party(known::RECIPIENT.number), party(known::VENDOR.number));
    let of = |resource: &str| format!("{year},{month},{resource}");
    assert!(answer.body.starts_with(COLUMNS) && !answer.body.contains('\r'));
    assert!(answer.body.contains(&format!("{},,,{from},{to},2,1,2,1\n", of(known::RESOURCE))), "{}", answer.body);
    // The transfer that every new world contains is counted too.
    assert!(answer.body.contains(&format!("{},,,{waiting},{to},1,1,0,0\n", of(known::RESOURCE))), "{}", answer.body);
    let vendors = monthly(&owner, &format!("{asked}&includeEndUser=false&includeVendor=True")).await.body;
    assert!(vendors.contains(&format!("{},{from},{to},,,1,1,2,1\n", of(known::RESOURCE))), "{vendors}");
    let all = monthly(&owner, &format!("year={year}&month={month}")).await;
    assert!(all.header("content-disposition").contains("monthly_statistics_all-resources_"));
    monthly(&owner, "year=2020&month=1").await.text(COLUMNS);
}

#[tokio::test]
async fn refusals_are_problems_in_order_although_csv_is_declared() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    let answer = monthly(&owner, "year=x&month=1").await;
    answer.is(400).header_is("content-type", "application/problem+json; charset=utf-8");
    answer.has("/errors", json!({"Year": ["The value 'x' is not valid for Year."]}));
    for month in ["", "year=2026", "month=1", "year=2026&month=13", "year=0&month=1", "year=9999&month=12&includeEndUser=false"] {
        monthly(&owner, month).await.refused_as_problem(400, "BRO-06003");
    }
    monthly(&owner, "year=2026&month=1&includeEndUser=false&resourceId=x").await.refused_as_problem(400, "BRO-06005");
    monthly(&owner, "year=2026&month=1&resourceId=unknown-one").await.refused_as_problem(400, "BRO-00025");
    let newcomer = Caller::organisation(&sandbox, "newcomer", "altinn:serviceowner").await;
    monthly(&newcomer, &format!("year=2026&month=1&resourceId={}", known::RESOURCE)).await.refused_as_problem(401, "BRO-00006");
}
