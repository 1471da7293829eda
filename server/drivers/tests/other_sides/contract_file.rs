//! docs/webhook-driver.yaml says what the driver sends and takes.

use crate::schema::{problems, referred};
use crate::stand_in::{Reply, StandIn};
use crate::{CALLBACK, NOW, driver, order, progress};
use domain::provisioning::{Order, PowerChange, Provisioner as _, Task};
use drivers::contract::machine;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use yaml_rust2::{Yaml, YamlLoader};

/// The file.
pub struct Contract(Value);

impl Contract {
    pub fn read() -> Self {
        let text = include_str!("../../../../docs/webhook-driver.yaml");
        let mut documents = YamlLoader::load_from_str(text).unwrap();
        assert_eq!(documents.len(), 1);
        Self(json_of(documents.remove(0)))
    }

    pub fn at(&self, pointer: &str) -> &Value {
        self.0.pointer(pointer).unwrap_or_else(|| panic!("there is no {pointer}"))
    }

    /// The operation that a request is, by its method and its path behind that of the address.
    fn operation(&self, method: &str, path: &str) -> &Value {
        let paths = self.at("/paths").as_object().unwrap();
        let fits = |pattern: &str| {
            let (parts, wanted): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), pattern.split('/').collect());
            parts.len() == wanted.len()
                && parts.iter().zip(wanted).all(|(part, wanted)| *part == wanted || wanted.starts_with('{'))
        };
        let found =
            paths.iter().find(|(pattern, _)| fits(pattern)).unwrap_or_else(|| panic!("there is no path {path}"));
        found.1.get(method.to_lowercase()).unwrap_or_else(|| panic!("there is no {method} {path}"))
    }

    /// The schema of a body: of a request, or of an answer.
    fn schema<'c>(&'c self, body: &'c Value) -> &'c Value {
        let body = body.get("$ref").map_or(body, |reference| referred(&self.0, reference));
        body.pointer("/content/application~1json/schema").unwrap()
    }

    pub fn check(&self, schema: &str, value: &Value) {
        let found = problems(&self.0, self.at(&format!("/components/schemas/{schema}")), value, schema);
        assert!(found.is_empty(), "{found:#?}");
    }

    /// Checks an answer to a request.
    pub fn check_answer(&self, method: &str, path: &str, status: u16, value: &Value) {
        let operation = self.operation(method, path);
        let answer = &operation["responses"][status.to_string()];
        let found = problems(&self.0, self.schema(answer), value, path);
        assert!(found.is_empty(), "{method} {path}: {found:#?}");
    }
}

fn json_of(yaml: Yaml) -> Value {
    match yaml {
        Yaml::Hash(pairs) => {
            pairs.into_iter().map(|(key, value)| (key.into_string().expect("a text"), json_of(value))).collect()
        }
        Yaml::Array(list) => list.into_iter().map(json_of).collect(),
        Yaml::String(text) => text.into(),
        Yaml::Integer(number) => number.into(),
        Yaml::Boolean(yes) => yes.into(),
        Yaml::Null => Value::Null,
        yaml @ (Yaml::Real(_) | Yaml::Alias(_) | Yaml::BadValue) => panic!("{yaml:?} in the contract"),
    }
}

fn tasks() -> Vec<Task> {
    let address = "192.0.2.1".parse().unwrap();
    let mut tasks: Vec<Task> =
        [PowerChange::Start, PowerChange::ShutDown, PowerChange::Reboot, PowerChange::HardStop].map(Task::Power).into();
    tasks.extend([
        Task::Rebuild { image: "debian-12".to_owned(), keys: vec!["ssh-ed25519 AAAA me".to_owned()] },
        Task::CreateBackup { label: "before \"it\"".to_owned() },
        Task::RestoreBackup { backup: "b-1".to_owned() },
        Task::SetReverseDns { address, name: Some("web.example".to_owned()) },
        Task::SetReverseDns { address, name: None },
        Task::ResetCredentials,
    ]);
    tasks
}

#[tokio::test]
async fn what_the_driver_sends_is_in_the_contract() {
    let contract = Contract::read();
    let stand_in = StandIn::always(Reply::Json(200, progress(&order(1), r#""state": "done""#))).await;
    let driver = driver(&stand_in.url());
    for task in tasks() {
        driver.carry_out(&Order { task, ..order(1) }).await.unwrap();
    }
    driver.inquire(&order(1)).await.unwrap();
    let machine = machine("vm-1");
    // The answers make no sense here; what was asked does.
    assert!(driver.observe(&machine).await.is_err() && driver.images(&machine).await.is_err());
    assert!(driver.backups(&machine).await.is_err() && driver.measurements(&machine, NOW).await.is_err());
    assert!(driver.credentials(&machine).await.is_err() && driver.console(&machine).await.is_err());

    let mut used = BTreeSet::new();
    for asked in stand_in.heard() {
        let path = asked.target.strip_prefix("/portico").unwrap();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let operation = contract.operation(&asked.method, path);
        used.insert(operation["operationId"].as_str().unwrap().to_owned());
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let parameter = parameter.get("$ref").map_or(parameter, |reference| referred(&contract.0, reference));
            let name = parameter["name"].as_str().unwrap();
            match parameter["in"].as_str().unwrap() {
                "query" => assert!(query.starts_with(&format!("{name}=")), "{query}"),
                "header" => assert_eq!(asked.header(&name.to_lowercase()), order(1).id.to_string()),
                place => assert_eq!(place, "path"),
            }
        }
        match operation.get("requestBody") {
            None => assert!(asked.body.is_empty()),
            Some(body) => {
                let value: Value = serde_json::from_slice(&asked.body).unwrap();
                let found = problems(&contract.0, contract.schema(body), &value, path);
                assert!(found.is_empty(), "{value}: {found:#?}");
                assert_eq!(value["callback"], CALLBACK);
            }
        }
    }
    let operations =
        contract.at("/paths").as_object().unwrap().values().flat_map(|path| path.as_object().unwrap().values());
    let named: BTreeSet<String> =
        operations.filter_map(|operation| Some(operation.get("operationId")?.as_str()?.to_owned())).collect();
    assert_eq!(used, named, "each operation of the contract is used, and no other one");
}

/// What the contract allows is taken, and what it does not is not: both read the same words.
#[tokio::test]
async fn what_the_contract_says_of_answers_is_what_is_taken() {
    let contract = Contract::read();
    let states = contract.at("/components/schemas/Progress/properties/state/enum").as_array().unwrap();
    for state in states {
        let mut answer = json!({"order": order(1).id, "state": state, "percent": null, "message": "why"});
        if state == "failed" {
            answer["reason"] = json!("busy");
        }
        contract.check("Progress", &answer);
        let stand_in = StandIn::always(Reply::Json(200, answer.to_string())).await;
        assert!(driver(&stand_in.url()).inquire(&order(1)).await.is_ok(), "{answer}");
    }
    for state in contract.at("/components/schemas/Machine/properties/state/enum").as_array().unwrap() {
        let addresses =
            json!([{"address": "2001:db8::1", "reverse": null}, {"address": "192.0.2.1", "reverse": "a.example"}]);
        let answer = json!({"state": state, "addresses": addresses});
        contract.check("Machine", &answer);
        let stand_in = StandIn::always(Reply::Json(200, answer.to_string())).await;
        let observed = driver(&stand_in.url()).observe(&machine("vm-1")).await.unwrap();
        assert_eq!((observed.state.key(), observed.addresses.len()), (state.as_str().unwrap(), 2));
    }
    for reason in contract.at("/components/schemas/Reason/enum").as_array().unwrap() {
        let stand_in = StandIn::always(Reply::Json(422, json!({"reason": reason}).to_string())).await;
        let refused = driver(&stand_in.url()).carry_out(&order(1)).await.unwrap_err();
        let domain::provisioning::DriverError::Refused(understood, _) = refused else { panic!("{refused:?}") };
        assert_eq!(serde_json::to_value(understood).unwrap(), *reason);
    }
}
