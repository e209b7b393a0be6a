//! The screen that explains a code, an error or a whole answer.

use super::{Key, Model, Msg, home, press, typed, update};

/// A token, as far as its form goes.
pub const TOKEN: &str = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzY29wZSI6ImFsdGlubjpicm9rZXIud3JpdGUifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";

pub fn looking_up() -> Model {
    let mut model = home();
    press(&mut model, &[Key::Char('e')]);
    model
}

/// A refused token request, pasted as it stands in a log.
pub fn looked_up() -> Model {
    let mut model = looking_up();
    let answer = "{\n  \"error\": \"invalid_scope\",\n  \"error_description\": \"Invalid scope(s): [altinn:broker.write] requested for client. (trace_id: 4bf92f3577b34da6a3ce929d0e0e4736) MP-200\"\n}\n";
    update(&mut model, Msg::Pasted(answer.into()));
    model
}

pub fn looking_up_a_secret() -> Model {
    let mut model = looking_up();
    update(
        &mut model,
        Msg::Pasted(format!("GET /broker/api/v1/filetransfer\nAuthorization: Bearer {TOKEN}\n\nHTTP/1.1 429 Too Many Requests\n")),
    );
    model
}

pub fn looking_up_what_is_new() -> Model {
    let mut model = looking_up();
    let answer = "{\"title\": \"The moon is in the way.\", \"status\": 418, \"code\": \"BRO-99999\", \"traceId\": \"4bf92f3577b34da6a3ce929d0e0e4736\"}";
    update(&mut model, Msg::Pasted(answer.into()));
    model
}

pub fn looking_up_whatever() -> Model {
    let mut model = looking_up();
    typed(&mut model, "it does not work");
    press(&mut model, &[Key::Enter]);
    model
}
