//! Which environment has signed a token that a service did not take.

use super::context::CheckContext;
use super::judgement::answer;
use crate::journey::{ChainAnswer, ChainQuestion, Mark, Message};
use crate::services::Token;

/// Whether who signed the token is whom the platform asks for the keys (facts platform C.2).
pub(super) fn signer(context: &CheckContext<'_>, token: &Token) -> ChainAnswer {
    let services = &context.connection.services;
    let issuer = token.claims.issuer.clone();
    let (mark, message) = if services.is_signed_elsewhere(token) {
        let host = services.endpoints().platform.host_str().unwrap_or_default().to_owned();
        (Mark::NeedsYou, Message::AnswerSignedElsewhere { issuer, host })
    } else {
        (Mark::Pass, Message::AnswerSigned { issuer })
    };
    answer(ChainQuestion::TokenSigner, mark, message)
}
