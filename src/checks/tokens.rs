//! The token cache: a token is asked for once and shared by all checks and deeds of a connection. It is kept in memory only.

use crate::journey::Cause;
use crate::services::{Client, Grant, Problem, Services, Token};
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;

/// A token that expires sooner than this is fetched again, because Altinn Events refuses one in the very second it expires
/// (facts platform F).
const TOO_SHORT: SignedDuration = SignedDuration::from_secs(15);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenProblem {
    /// The client's id, key or kid is missing or cannot be read, so Maskinporten was not asked.
    NoClient,
    /// Maskinporten issued no token.
    Grant(Problem),
    /// Altinn did not exchange the token.
    Exchange(Problem),
}

/// The grants and exchanges of one client and key. Each is asked for once, even if several tasks need it at the same time.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    kept: Mutex<HashMap<Grant, Arc<CachedToken>>>,
}

#[derive(Debug, Default)]
struct CachedToken {
    plain: OnceCell<Result<Token, Problem>>,
    exchanged: OnceCell<Result<Token, Problem>>,
}

impl CachedToken {
    fn is_good(&self) -> bool {
        matches!((self.plain.get(), self.exchanged.get()), (Some(Ok(_)), None | Some(Ok(_))))
    }

    fn is_stale(&self, now: Timestamp) -> bool {
        // The exchanged token is the one in use, and it is valid longer than the one it was made from.
        let latest = self.exchanged.get().or_else(|| self.plain.get());
        matches!(latest, Some(Ok(token)) if token.expires_at.duration_since(now) < TOO_SHORT)
    }
}

impl TokenProblem {
    /// Whether Maskinporten refused the scope, and not the client or its key.
    #[must_use]
    pub fn is_about_the_scope(&self) -> bool {
        matches!(self, Self::Grant(problem) if problem.cause().is_some_and(Cause::is_about_the_scope))
    }
}

impl Tokens {
    /// A copy with the tokens but without the refusals, since what was refused may be granted by now.
    pub(super) fn granted_so_far(&self) -> Self {
        let all = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let good = all.iter().filter(|(_, kept)| kept.is_good()).map(|(grant, kept)| (grant.clone(), Arc::clone(kept)));
        Self { kept: Mutex::new(good.collect()) }
    }

    pub(super) async fn granted(&self, services: &Services, client: &Client, grant: &Grant) -> Result<Token, TokenProblem> {
        self.plain(&self.kept(grant), services, client, grant).await.map_err(TokenProblem::Grant)
    }

    pub(super) async fn exchanged(&self, services: &Services, client: &Client, grant: &Grant) -> Result<Token, TokenProblem> {
        let kept = self.kept(grant);
        if kept.exchanged.get().is_none() {
            let plain = self.plain(&kept, services, client, grant).await.map_err(TokenProblem::Grant)?;
            kept.exchanged.get_or_init(|| services.exchange(&plain)).await;
        }
        match kept.exchanged.get() {
            Some(answer) => answer.clone().map_err(TokenProblem::Exchange),
            None => Err(TokenProblem::NoClient),
        }
    }

    async fn plain(&self, kept: &CachedToken, services: &Services, client: &Client, grant: &Grant) -> Result<Token, Problem> {
        kept.plain.get_or_init(|| services.grant(client, grant)).await.clone()
    }

    fn kept(&self, grant: &Grant) -> Arc<CachedToken> {
        let mut all = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all.entry(grant.clone()).or_default();
        if kept.is_stale(Timestamp::now()) {
            *kept = Arc::default();
        }
        Arc::clone(kept)
    }
}
