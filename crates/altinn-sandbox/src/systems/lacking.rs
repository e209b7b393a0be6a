//! Members of a body that are null, or missing, where the service requires a value. The framework tells all of them at once, before
//! any check of the service's own (facts platform D).

use super::problem::unhandled;
use super::request::UserType;
use crate::http::{fields, reply};
use axum::response::Response;
use serde_json::{Map, Value};

/// The members found so far: the path of each, and its name in the error's text.
#[derive(Default)]
pub(super) struct Lacking(Vec<(String, &'static str)>);

impl Lacking {
    fn note(&mut self, path: String, name: &'static str) {
        self.0.push((path, name));
    }

    /// Notes a member that was sent as null; a missing one has a default.
    fn null(&mut self, object: &Map<String, Value>, name: &'static str) {
        if fields::member(object, name).is_some_and(Value::is_null) {
            self.note(name.to_owned(), name);
        }
    }

    /// Notes a member that is missing, null or a blank text.
    fn blank(&mut self, object: &Map<String, Value>, path: &str, name: &'static str) {
        let is_there = match fields::member(object, name) {
            None | Some(Value::Null) => false,
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(_) => true,
        };
        if !is_there {
            self.note(format!("{path}{name}"), name);
        }
    }

    pub(super) fn rights(&mut self, path: &str, rights: Option<&Value>) {
        for (at, right) in objects(rights) {
            let path = format!("{path}[{at}].Resource");
            let resource = fields::member(right, "Resource");
            if resource.is_some_and(Value::is_null) {
                self.note(path.clone(), "Resource");
            }
            for (at, attribute) in objects(resource) {
                let path = format!("{path}[{at}].");
                self.blank(attribute, &path, "Id");
                self.blank(attribute, &path, "Value");
            }
        }
    }

    pub(super) fn packages(&mut self, path: &str, packages: Option<&Value>) {
        for (at, package) in objects(packages) {
            if fields::member(package, "Urn").is_some_and(Value::is_null) {
                self.note(format!("{path}[{at}].Urn"), "Urn");
            }
        }
    }

    /// One validation problem for all of them.
    pub(super) fn refused(self) -> Result<(), Response> {
        if self.0.is_empty() {
            return Ok(());
        }
        let errors: Vec<(&str, String)> =
            self.0.iter().map(|(path, name)| (path.as_str(), format!("The {name} field is required."))).collect();
        let errors: Vec<(&str, &str)> = errors.iter().map(|(path, text)| (*path, text.as_str())).collect();
        Err(reply::validation_problem(&errors))
    }
}

/// The objects of a list, with their places.
fn objects(list: Option<&Value>) -> impl Iterator<Item = (usize, &Map<String, Value>)> {
    let all = list.and_then(Value::as_array).into_iter().flatten().enumerate();
    all.filter_map(|(at, value)| value.as_object().map(|object| (at, object)))
}

/// A registration. The service fails on a vendor that is null.
pub(super) fn of_system(lacking: &mut Lacking, body: &Map<String, Value>) -> Result<(), Response> {
    let vendor = fields::member(body, "Vendor").and_then(Value::as_object).ok_or_else(unhandled)?;
    for name in ["Id", "Name", "Description", "ClientId", "AllowedRedirectUrls"] {
        lacking.null(body, name);
    }
    if fields::member(vendor, "ID").is_none_or(Value::is_null) {
        lacking.note("Vendor.ID".to_owned(), "ID");
        lacking.note("SystemVendorOrgNumber".to_owned(), "SystemVendorOrgNumber");
    }
    lacking.rights("Rights", fields::member(body, "Rights"));
    lacking.packages("AccessPackages", fields::member(body, "AccessPackages"));
    Ok(())
}

pub(super) fn of_request(lacking: &mut Lacking, body: &Map<String, Value>, user_type: UserType) {
    lacking.blank(body, "", "SystemId");
    lacking.blank(body, "", "PartyOrgNo");
    match user_type {
        UserType::Standard => lacking.rights("Rights", fields::member(body, "Rights")),
        UserType::Agent => lacking.blank(body, "", "AccessPackages"),
    }
    lacking.packages("AccessPackages", fields::member(body, "AccessPackages"));
}

pub(super) fn of_change(lacking: &mut Lacking, body: &Map<String, Value>) {
    for name in ["RequiredRights", "UnwantedRights"] {
        lacking.null(body, name);
        lacking.rights(name, fields::member(body, name));
    }
    for name in ["RequiredAccessPackages", "UnwantedAccessPackages"] {
        lacking.null(body, name);
        lacking.packages(name, fields::member(body, name));
    }
}
