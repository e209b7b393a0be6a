//! Servers that never end their answer: the checks end with the program's own time-out, and all wait at the same time.

use crate::program::{check, check_with, home, home_at_tt02};
use crate::server::{Manner, Server};

#[test]
fn a_server_that_never_ends_its_answer_is_a_time_out() {
    // Side by side, because each case takes as long as the program's time-out.
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let proxy = Server::of(Manner::Silent);
            let home = home_at_tt02();
            let checked = check_with(home.path(), &[("HTTPS_PROXY", &format!("http://{}", proxy.address))]);
            let reach = checked.check("key.reach");
            let summary = reach["summary"].as_str().unwrap_or_default();
            let expected = format!("the proxy {} does not answer in time", proxy.address);
            assert!(reach["verdict"] == "unknown" && summary.contains(&expected), "a silent proxy\n{}", checked.lines());
        });
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
                let reach = checked.check("key.reach");
                let summary = reach["summary"].as_str().unwrap_or_default();
                assert!(reach["verdict"] == "unknown" && summary.contains("in time"), "{name}:\n{}", checked.lines());
                for id in ["key.gateway", "client.token", "access.resource", "access.policy"] {
                    assert_eq!(checked.check(id)["needs"], "key.reach", "{name}, {id}:\n{}", checked.lines());
                }
            });
        }
    });
}
