//! The JSON bodies of the vendor's calls: which call has which, and how one is refused (facts platform D).

use super::lacking::{Lacking, of_change, of_request, of_system};
use super::request::UserType;
use super::shapes::{AGENT_REQUEST, CHANGE, PACKAGES, REQUEST, RIGHTS, SYSTEM};
use crate::http::target::Target;
use crate::json::{self, Shape};
use axum::extract::Request;
use axum::response::Response;
use serde_json::{Map, Value};

/// A call that has a body.
#[derive(Debug, Clone, Copy)]
enum Call {
    Register,
    Replace,
    ReplaceRights,
    ReplacePackages,
    AskForUser(UserType),
    AskForChange,
}

impl Call {
    /// The call of a route; `None` for a call without a body.
    fn of(target: &Target) -> Option<Self> {
        Some(match (target.method.as_str(), target.segments().as_slice()) {
            ("POST", ["systemregister", ..]) => Self::Register,
            ("PUT", [_, _, _, "rights"]) => Self::ReplaceRights,
            ("PUT", [_, _, _, "accesspackages"]) => Self::ReplacePackages,
            ("PUT", _) => Self::Replace,
            ("POST", ["systemuser", "changerequest", ..]) => Self::AskForChange,
            ("POST", [.., "agent"]) => Self::AskForUser(UserType::Agent),
            ("POST", _) => Self::AskForUser(UserType::Standard),
            _ => return None,
        })
    }

    const fn shape(self) -> Shape {
        match self {
            Self::Register | Self::Replace => Shape::Object(&SYSTEM),
            Self::ReplaceRights => RIGHTS,
            Self::ReplacePackages => PACKAGES,
            Self::AskForUser(UserType::Standard) => Shape::Object(&REQUEST),
            Self::AskForUser(UserType::Agent) => Shape::Object(&AGENT_REQUEST),
            Self::AskForChange => Shape::Object(&CHANGE),
        }
    }

    /// The service's name for the body, which is the second key of an error.
    const fn parameter(self) -> &'static str {
        match self {
            Self::Register => "registerNewSystem",
            Self::Replace => "proposedUpdateToSystem",
            Self::ReplaceRights => "rights",
            Self::ReplacePackages => "accessPackages",
            Self::AskForUser(UserType::Standard) | Self::AskForChange => "createRequest",
            Self::AskForUser(UserType::Agent) => "createAgentRequest",
        }
    }

    fn lacking(self, body: &Value) -> Result<(), Response> {
        let empty = Map::new();
        let object = body.as_object().unwrap_or(&empty);
        let mut lacking = Lacking::default();
        match self {
            Self::Register | Self::Replace => of_system(&mut lacking, object)?,
            Self::ReplaceRights => lacking.rights("", Some(body)),
            Self::ReplacePackages => lacking.packages("", Some(body)),
            Self::AskForUser(user_type) => of_request(&mut lacking, object, user_type),
            Self::AskForChange => of_change(&mut lacking, object),
        }
        lacking.refused()
    }
}

/// The body of a call; null for a call without one.
pub(super) async fn of(target: &Target, request: Request) -> Result<Value, Response> {
    let Some(call) = Call::of(target) else { return Ok(Value::Null) };
    let (parts, body) = request.into_parts();
    let body = json::read(&parts.headers, body, &call.shape())
        .await
        .map_err(|refused| refused.answer(Some(call.parameter()), std::convert::identity))?;
    call.lacking(&body)?;
    Ok(body)
}
