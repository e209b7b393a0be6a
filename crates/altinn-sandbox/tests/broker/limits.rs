//! Facts broker-api 4.3: rate limits.

use crate::support::*;
use crate::transfer::*;
use altinn_sandbox::RateLimits;

#[tokio::test]
async fn each_call_has_its_own_count_and_above_it_the_gateway_answers() {
    let sandbox = with(Options { rate_limits: RateLimits::On, ..Options::default() }).await;
    let nobody = Caller::nobody(&sandbox);
    let search = format!("{BASE}/filetransfer?resourceId={}", known::RESOURCE);
    let details = format!("{BASE}/filetransfer/{}/details", uuid::Uuid::new_v4());
    for (path, most) in [(&search, 10), (&details, 15)] {
        for call in 0..most {
            assert_eq!(nobody.get(path).await.status, 401, "{call}");
        }
        let over = nobody.get(path).await;
        let seconds: u32 = over.header("retry-after").parse().unwrap();
        assert!((1..=60).contains(&seconds));
        over.is(429).header_is("content-type", "application/json");
        assert_eq!(
            over.body,
            format!("{{ \"statusCode\": 429, \"message\": \"Rate limit is exceeded. Try again in {seconds} seconds.\" }}")
        );
    }
    nobody.get(format!("{BASE}/filetransfer/{}", uuid::Uuid::new_v4())).await.is(401);
}

#[tokio::test]
async fn nothing_is_counted_unless_it_is_asked_for() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    for _ in 0..12 {
        nobody.get(format!("{BASE}/filetransfer?resourceId=r")).await.is(401);
    }
}
