//! The address where the approver answers a request (facts platform D.2).

use url::Url;
use uuid::Uuid;

/// With a real platform name this is Altinn's access management, else the sandbox's own page. `page` is `request`, `agentrequest`
/// or `changerequest` (facts platform D.2).
pub(crate) fn confirm_url(platform: &Url, page: &str, id: Uuid) -> String {
    match platform.host_str().and_then(|host| host.strip_prefix("platform.")) {
        Some(environment) => {
            format!("https://am.ui.{environment}/accessmanagement/ui/systemuser/{page}?id={id}&DONTCHOOSEREPORTEE=true")
        }
        // Unlike Altinn, the sandbox has one page for all three.
        None => format!("{platform}sandbox/approve?id={id}&DONTCHOOSEREPORTEE=true"),
    }
}
