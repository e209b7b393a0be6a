//! Step 3: the resource exists, its policy lets us in, and a system user acts for us (or Broker knows the service owner).

mod members;
mod owner;
mod policy;
mod reference;
mod resource;
mod system;
mod system_user;
mod system_user_token;

pub(super) use members::members;
pub(super) use owner::{resource_config, service_owner};
pub(super) use policy::{lets_owner_in, policy};
pub(super) use resource::resource;
pub(super) use system::system;
pub(super) use system_user::system_user;
pub(super) use system_user_token::system_user_token;
