//! JSON as the services' framework reads it (System.Text.Json in ASP.NET Core): into a shape, with the framework's own texts for
//! what it refuses, and its count of lines and bytes. Broker, Events, Authentication and the Resource Registry share it.

mod bind;
mod body;
mod complaint;
mod shape;
mod tokens;

pub(crate) use body::{BodyRefused, read};
pub(crate) use shape::{Member, Record, Shape, optional, required};
