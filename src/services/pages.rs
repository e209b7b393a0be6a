//! Lists that come in pages.

use super::http::{Answer, Endpoint};
use super::wire::Page;
use super::{Foreign, Services, Token};
use reqwest::Method;
use serde::de::DeserializeOwned;
use url::Url;

/// How many pages of a list are read at most, in case a broken `next` never ends.
pub(super) const MOST_PAGES: usize = 100;

impl Services {
    /// The rows of a list's first pages, at most so many. The address in `next` is used as it is, but only if it is on a host of the
    /// environment, since the token is sent there.
    pub(super) async fn pages<T: DeserializeOwned>(&self, token: &Token, first: Url, endpoint: Endpoint, most: usize) -> Answer<Vec<T>> {
        let mut rows = Vec::new();
        let mut url = first;
        for _ in 0..most {
            let heard = self.ask(Method::GET, url, endpoint).bearer(token).answer().await?;
            let page: Page<T> = heard.json()?;
            rows.extend(page.data);
            match page.links.next {
                None => return Ok(rows),
                Some(next) => url = Url::parse(&next).map_err(|_| heard.foreign(Foreign::Unreadable))?,
            }
        }
        Ok(rows)
    }
}
