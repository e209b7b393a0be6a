//! Servers that take their time: what is asked ends after the program's own patience, all of it at once.

use crate::program::{check, home};
use crate::server::{Manner, Server};

#[test]
fn a_server_that_never_ends_its_answer_is_a_time_out() {
    // At the same time: each waits for as long as the program does.
    std::thread::scope(|scope| {
        for (name, manner) in [
            ("silent", Manner::Silent),
            ("half a head", Manner::Stall(b"HTTP/1.1 200 OK\r\nContent-Ty".to_vec())),
            ("half a body", Manner::Stall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec())),
        ] {
            scope.spawn(move || {
                let server = Server::of(manner);
                let home = home(&server.base(), &server.base());
                let checked = check(home.path());
                assert_eq!(checked.code, 3, "{name}\n{}", checked.lines());
                for id in ["key.reach", "key.gateway", "client.token", "access.resource", "access.policy"] {
                    let found = checked.check(id);
                    let summary = found["summary"].as_str().unwrap_or_default();
                    assert!(found["verdict"] == "unknown" && summary.contains("in time"), "{name}, {id}:\n{}", checked.lines());
                }
            });
        }
    });
}
