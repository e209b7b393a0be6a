//! Types that can hold only valid values. Text is parsed once, when it comes in, and needs no checking afterwards.
//!
//! Every parser's error is [`Invalid`], a typed reason whose text is in `assets/text`.

#[macro_use]
mod choice;
#[macro_use]
mod phrase;
mod approver;
mod base_address;
mod broker_limits;
mod call;
mod causes;
mod client_id;
mod curl;
mod day;
mod encoding;
mod endpoints;
mod event_filter;
mod fault;
mod file_kind;
mod file_path;
mod file_size;
mod in_languages;
mod invalid;
mod lasting;
mod link;
mod mail_address;
mod names;
mod natural_order;
mod one_line;
mod org_number;
mod path_look;
mod profile_name;
mod redirect_url;
mod resource_id;
mod scope;
mod secret_ref;
mod some_languages;
mod system_id;
mod typed;
mod value;
mod webhook;

pub use approver::Approver;
pub use base_address::base_address;
pub use broker_limits::{GracePeriod, RequiredParty, SizeLimit, TimeToLive};
pub use call::{Body, Call, Held, HttpMessage, NamedPart, SentSecret};
pub use causes::causes;
pub use client_id::ClientId;
pub use curl::{Curl, curl};
pub use day::day;
pub use encoding::decode_text;
pub use endpoints::Endpoints;
pub use event_filter::{EventType, ResourceFilter, SubjectFilter};
pub use fault::{Fault, FaultChange, Faults, SetFault};
pub use file_kind::FileKind;
pub use file_path::{file_path, spelled as spelled_path};
pub use file_size::FileSize;
pub use in_languages::InLanguages;
pub use invalid::Invalid;
pub use lasting::Lasting;
pub use link::{Link, NoLink, is_loopback};
pub use mail_address::MailAddress;
pub use names::Names;
pub use natural_order::natural_order;
pub use one_line::{LONGEST, capped, is_hidden, is_invisible, one_line};
pub use org_number::OrgNumber;
pub use path_look::{Holds, PathLook, There};
pub use profile_name::{is_same_profile_name, profile_name};
pub use redirect_url::RedirectUrl;
pub use resource_id::ResourceId;
pub use scope::Scope;
pub use secret_ref::{SecretRef, is_key_material};
pub use some_languages::SomeLanguages;
pub use system_id::SystemId;
pub use typed::{visible, word};
pub use value::Value;
pub use webhook::{Webhook, is_same_endpoint};
