//! Where a request is answered (facts platform D.2).

use url::Url;
use uuid::Uuid;

/// Where the approver answers a request: access management beside a platform that has its real name, else the sandbox's own page.
/// `page` is `request`, `agentrequest` or `changerequest` (facts platform D.2).
pub(crate) fn confirm_url(platform: &Url, page: &str, id: Uuid) -> String {
    match platform.host_str().and_then(|host| host.strip_prefix("platform.")) {
        Some(environment) => {
            format!("https://am.ui.{environment}/accessmanagement/ui/systemuser/{page}?id={id}&DONTCHOOSEREPORTEE=true")
        }
        // A departure: nobody but the sandbox itself has a page here.
        None => format!("{platform}sandbox/approve?id={id}&DONTCHOOSEREPORTEE=true"),
    }
}
