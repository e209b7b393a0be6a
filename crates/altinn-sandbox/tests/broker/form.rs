//! Facts broker-api 2.3: initialize and upload in one form.

use crate::support::*;
use crate::transfer::*;
use md5::Digest as _;

/// The parts of a form: name, content type and content.
struct Form(Vec<(String, Option<&'static str>, String)>);

impl Form {
    fn sound() -> Self {
        let fields = [
            ("Metadata.FileName", "a.txt".to_owned()),
            ("Metadata.ResourceId", known::RESOURCE.to_owned()),
            ("Metadata.SendersFileTransferReference", "ref".to_owned()),
            ("Metadata.Sender", party(known::SENDER.number)),
            ("Metadata.Recipients[0]", party(known::RECIPIENT.number)),
            ("metadata.propertylist[key]", "value".to_owned()),
            ("Metadata.PropertyList.other", "more".to_owned()),
            ("Metadata.DisableVirusScan", "True".to_owned()),
        ];
        let form = Self(fields.map(|(name, value)| (name.to_owned(), None, value)).into());
        form.with_file("FileTransfer", FOX)
    }

    fn with_file(mut self, name: &str, bytes: &str) -> Self {
        self.0.push((name.to_owned(), Some("ignored.bin"), bytes.to_owned()));
        self
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), None, value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, ..)| known != name);
        self
    }

    fn text(&self) -> String {
        let part = |(name, file, value): &(String, Option<&str>, String)| {
            let file = file.map(|file| format!("; filename=\"{file}\"\r\nContent-Type: text/plain")).unwrap_or_default();
            format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n")
        };
        format!("{}--limit--\r\n", self.0.iter().map(part).collect::<String>())
    }

    async fn send(&self, caller: &Caller<'_>) -> Answer {
        send(caller, self.text()).await
    }
}

async fn send(caller: &Caller<'_>, body: impl Into<reqwest::Body>) -> Answer {
    let request = caller.post(format!("{BASE}/filetransfer/upload"));
    request.header("Content-Type", "multipart/form-data; boundary=limit").body(body).await
}

#[tokio::test]
async fn a_form_is_initialize_and_upload_in_one() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let answer = Form::sound().send(&sender).await;
    answer.is(200).header_is("content-type", "application/json; charset=utf-8").fixed();
    let id = answer.json()["fileTransferId"].as_str().unwrap().to_owned();
    let shown = overview(&sender, &id).await;
    assert_eq!(
        (&shown["fileName"], &shown["fileTransferSize"], &shown["fileTransferStatus"]),
        (&json!("a.txt"), &json!(19), &json!("Published"))
    );
    assert_eq!(shown["propertyList"], json!({"key": "value", "other": "more"}));
    download(&Caller::recipient(&sandbox).await, &id).await.text(FOX);
    // The field of recipients may be repeated, and a correct checksum is accepted.
    let repeated = Form::sound()
        .without("Metadata.Recipients[0]")
        .with("Metadata.Recipients", &party(known::RECIPIENT.number))
        .with("Metadata.Recipients", &party(known::VENDOR.number))
        .with("Metadata.Checksum", FOX_MD5);
    let answer = repeated.send(&sender).await;
    let shown = overview(&sender, answer.json()["fileTransferId"].as_str().unwrap()).await;
    assert_eq!((shown["recipients"].as_array().map(Vec::len), &shown["checksum"]), (Some(2), &json!(FOX_MD5)));
}

#[tokio::test]
async fn indexes_are_followed_from_zero_and_a_file_without_a_name_is_none() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let without = || Form::sound().without("Metadata.Recipients[0]");
    let recipients = async |form: Form| {
        let answer = form.send(&sender).await;
        let shown = overview(&sender, answer.json()["fileTransferId"].as_str().unwrap()).await;
        shown["recipients"].as_array().unwrap().iter().map(|row| row["recipient"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (one, two) = (party(known::RECIPIENT.number), party(known::VENDOR.number));
    let turned = without().with("Metadata.Recipients[1]", &two).with("Metadata.Recipients[0]", &one);
    assert_eq!(recipients(turned).await, [one.clone(), two.clone()]);
    let gap = without().with("Metadata.Recipients[0]", &one).with("Metadata.Recipients[2]", &two);
    assert_eq!(recipients(gap).await, std::slice::from_ref(&one));
    assert_eq!(recipients(without().with("Metadata.Recipients[]", &one).with("Metadata.Recipients[]", &two)).await, [one, two.clone()]);
    without()
        .with("Metadata.Recipients[1]", &two)
        .send(&sender)
        .await
        .invalid(json!({"Metadata.Recipients": ["One or more recipients are required"]}));
    let nameless = Form::sound().text().replace("filename=\"ignored.bin\"", "filename=\"\"");
    send(&sender, nameless).await.invalid(json!({"FileTransfer": ["The FileTransfer field is required."]}));
    let request = sender.request(Method::POST, format!("{BASE}/filetransfer/upload"));
    let quoted = request.header("Content-Type", "multipart/form-data; charset=utf-8; Boundary=\"limit\"").body(Form::sound().text());
    Answer::of(quoted).await.is(200);
    let request = sender.request(Method::POST, format!("{BASE}/filetransfer/upload"));
    let boundless = Answer::of(request.header("Content-Type", "multipart/form-data").body("x")).await;
    assert_eq!(boundless.json()["errors"][""].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn errors_are_keyed_by_the_parts_names() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let length =
        |name: &str, most: u32| format!("The field {name} must be a string with a minimum length of 1 and a maximum length of {most}.");
    let omitted = Form::sound().without("Metadata.SendersFileTransferReference").send(&sender).await;
    let reference = json!([length("SendersFileTransferReference", 4096)]);
    omitted.invalid(json!({"Metadata.SendersFileTransferReference": reference}));
    Form::sound().without("FileTransfer").send(&sender).await.invalid(json!({"FileTransfer": ["The FileTransfer field is required."]}));
    let nothing = json!({"Metadata": ["The Metadata field is required."], "FileTransfer": ["The FileTransfer field is required."]});
    send(&sender, "--limit--\r\n").await.invalid(&nothing);
    sender.post(format!("{BASE}/filetransfer/upload")).await.invalid(&nothing);
    Form(Vec::new()).with_file("FileTransfer", FOX).send(&sender).await.invalid(json!({"Metadata": ["The Metadata field is required."]}));
    Form::sound()
        .without("Metadata.DisableVirusScan")
        .with("Metadata.DisableVirusScan", "x")
        .send(&sender)
        .await
        .invalid(json!({"Metadata.DisableVirusScan": ["The value 'x' is not valid for DisableVirusScan."]}));
    let cut = send(&sender, "--limit\r\nContent-Disposition: form-data; name=\"FileTransfer\"; filename=\"x\"\r\n\r\nhalf").await;
    assert_eq!((cut.status.as_u16(), cut.json()["errors"][""].as_array().map(Vec::len)), (400, Some(1)));
}

#[tokio::test]
async fn an_upload_that_fails_leaves_the_transfer_behind_without_its_id() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    let search = format!("{BASE}/filetransfer?resourceId={}&role=Sender", known::RESOURCE);
    Form::sound().without("Metadata.ResourceId").with("Metadata.ResourceId", "unknown-one").send(&sender).await.refused(401, "BRO-00006");
    sender.get(&search).await.body_is(json!([]));
    Form::sound().with("Metadata.Checksum", &"0".repeat(32)).send(&sender).await.refused(400, "BRO-00009");
    configured(&owner, json!({"maxFileTransferSize": 18})).await;
    Form::sound().send(&sender).await.refused(400, "BRO-00016");
    let left = sender.get(&search).await.json();
    assert_eq!(left.as_array().map(Vec::len), Some(2));
    assert_eq!(status(&sender, left[0].as_str().unwrap()).await, "Initialized");
    assert_eq!(status(&sender, left[1].as_str().unwrap()).await, "Failed");
}

/// If the checksum's field comes before the file, it is checked while the file arrives; if it comes after, the stored file is read
/// again.
#[tokio::test]
async fn a_checksum_is_compared_wherever_it_stands_in_the_form() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    for length in [FOX.len(), 1 << 20] {
        let content = FOX.repeat(length / FOX.len());
        let right = md5::Md5::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        for (checksum, status) in [(right.clone(), 200), ("0".repeat(32), 400)] {
            let field =
                |(name, value): (&str, &str)| format!("--b\r\nContent-Disposition: form-data; name=Metadata.{name}\r\n\r\n{value}\r\n");
            let (from, to) = (format!("0192:{}", known::SENDER.number), format!("0192:{}", known::RECIPIENT.number));
            let others = [
                ("FileName", "a"),
                ("ResourceId", known::RESOURCE),
                ("SendersFileTransferReference", "a"),
                ("Sender", &from),
                ("Recipients", &to),
            ];
            let sum = field(("Checksum", &checksum));
            let file = format!("--b\r\nContent-Disposition: form-data; name=FileTransfer; filename=a\r\n\r\n{content}\r\n");
            for form in [format!("{sum}{file}"), format!("{file}{sum}")] {
                let form = format!("{}{form}--b--\r\n", others.map(field).concat());
                let request = sender.post(format!("{BASE}/filetransfer/upload"));
                let answer = request.header("Content-Type", "multipart/form-data; boundary=b").body(form).await;
                assert_eq!(answer.status, status, "{}", answer.body);
            }
        }
    }
}
