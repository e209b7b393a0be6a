//! A browser for the sandbox's own pages: a person at the portal, at the service desk, at the approver's page.

/// The pages of a sandbox, over plain HTTP on this machine.
pub struct Browser {
    pub client: reqwest::Client,
    /// Their address, with its slash.
    pub pages: String,
}

impl Browser {
    pub fn new(pages: &str) -> Self {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { client, pages: pages.to_owned() }
    }

    pub async fn read(&self, page: &str) -> String {
        let response = self.client.get(format!("{}{page}", self.pages)).send().await.expect("a page");
        assert!(response.status().is_success(), "{page}: {}", response.status());
        response.text().await.expect("html")
    }

    /// Submits a form of a page: its hidden fields and what a person fills in.
    pub async fn submit(&self, page: &str, action: &str, filled: &[(&str, &str)]) -> String {
        let html = self.read(page).await;
        let form = html.split("<form ").find(|form| form.contains(&format!("action=\"/{action}\"")));
        let form = form.and_then(|form| form.split("</form>").next()).unwrap_or_else(|| panic!("no form {action} on {page}: {html}"));
        let hidden = form.split("<input type=\"hidden\" name=\"").skip(1).map(|rest| {
            let mut parts = rest.split('"');
            (parts.next().unwrap_or_default(), parts.nth(1).unwrap_or_default())
        });
        let fields: Vec<(&str, &str)> = hidden.chain(filled.iter().copied()).collect();
        let html = self.client.post(format!("{}{action}", self.pages)).form(&fields).send().await.expect("a page");
        let html = html.text().await.expect("html");
        assert!(!html.contains("role=\"alert\""), "{action}: {html}");
        html
    }
}
