//! Whatever is clicked, in whatever order.

use super::*;
use crate::access::{ActorView, ContactAction, Credentials, Edit, SignInEdit, Target};

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn rights(&mut self) -> Rights {
        let mut rights = Rights {
            roles: Role::ALL.into_iter().filter(|_| self.roll(4) == 0).collect(),
            privileges: Privilege::ALL.iter().copied().filter(|_| self.roll(5) == 0).collect(),
            own_roles: own_roles().into_iter().filter(|_| self.roll(3) == 0).collect(),
            ..Rights::default()
        };
        rights.all_services = Operation::ALL.iter().copied().filter(|_| self.roll(6) == 0).collect();
        let single: OperationSet = Operation::ALL.iter().copied().filter(|_| self.roll(4) == 0).collect();
        if !single.is_empty() {
            rights.services.insert(service(WEB), single);
        }
        rights.all_domains = self.domain_operations(6);
        rights.new_domains = self.domain_operations(8);
        let single = self.domain_operations(3);
        if !single.is_empty() {
            rights.domains.insert(domain(), single);
        }
        rights
    }

    fn domain_operations(&mut self, sides: usize) -> DomainOperationSet {
        DomainOperation::ALL.iter().copied().filter(|_| self.roll(sides) == 0).collect()
    }

    fn click(&mut self, draft: &mut PrivilegeDraft) {
        let row = [Row::All, Row::New, Row::One(service(WEB)), Row::One(service(RACK))][self.roll(4)];
        let on = self.roll(2) == 0;
        match self.roll(14) {
            0 => draft.set_area(Area::ALL[self.roll(5)], on),
            1 => draft.set_level(row, if on { Level::Full } else { Level::ALL[self.roll(4)] }),
            2 | 3 => {
                let roles: Vec<Right> = draft.roles().collect();
                draft.set_role(roles[self.roll(roles.len())], on);
            }
            4 => {
                let key = draft.ground().templates[self.roll(4)].key.clone();
                let _ = draft.pick_template(&key);
            }
            5..=7 => {
                let _ = draft.set_operation(row, Operation::ALL[self.roll(Operation::ALL.len())], on);
            }
            8 | 9 => {
                let row = [DomainRow::All, DomainRow::New, example()][self.roll(3)];
                let operation = DomainOperation::ALL[self.roll(DomainOperation::ALL.len())];
                let _ = draft.set_domain_operation(row, operation, on);
            }
            _ => {
                let _ = draft.set_privilege(Privilege::ALL[self.roll(Privilege::ALL.len())], on);
            }
        }
    }
}

#[test]
fn nothing_that_can_be_clicked_is_refused() {
    let mut dice = Dice(1);
    for _ in 0..300 {
        let mut held = dice.rights();
        held.privileges.insert(Privilege::ContactsManage);
        let hand_out = Role::ALL.into_iter().filter(|_| dice.roll(2) == 0).collect();
        let actor = Standing { owner: None, effective: held.effective(), hand_out, ..owner() };
        let is_me = dice.roll(5) == 0;
        let baseline = if is_me { held } else { dice.rights() };
        let mut draft = PrivilegeDraft::new(Ground { is_me, ..ground(actor.clone(), baseline.clone()) });
        let view = ActorView { standing: actor };
        let target = Target {
            contact: if is_me { contact() } else { ContactId::new(account().uuid()) },
            owner: None,
            rights: &baseline,
            credentials: Credentials::HeldHere,
        };
        for _ in 0..30 {
            dice.click(&mut draft);
            let edit = Edit { rights: draft.rights(), sign_in: SignInEdit::Keep };
            let answer = view.check(ContactAction::Edit(target, edit));
            assert_eq!(answer, Ok(()), "{baseline:?} to {:?}", draft.rights());
        }
    }
}

#[test]
fn nothing_ticked_is_lost_between_boxes_and_hidden_fields() {
    let mut dice = Dice(7);
    for drawing in [Drawing::Alive, Drawing::Still] {
        for is_me in [true, false] {
            let base = Ground { is_me, ..ground(manager(&[Role::Billing]), dice.rights()) };
            let draft = PrivilegeDraft::new(base.clone());
            let mut posted: Vec<(String, String)> = vec![
                ("change[template]".to_owned(), "none".to_owned()),
                ("change[applied]".to_owned(), "none".to_owned()),
                (SHOWN_DOMAINS_FIELD.to_owned(), EXAMPLE.to_owned()),
            ];
            let mut post = |name: &str, key: &str, state: BoxState| {
                if state.drawn_ticked(drawing) && state.drawn_named(drawing) && !state.drawn_locked(drawing) {
                    posted.push((name.to_owned(), key.to_owned()));
                }
            };
            for role in draft.roles() {
                let (name, key) = role_input(role).expect("it has a box");
                post(&name, &key, draft.role(role));
            }
            for privilege in Privilege::ALL {
                post(PRIVILEGES_FIELD, privilege.key(), draft.privilege(*privilege));
            }
            for row in [Row::All, Row::New, Row::One(service(WEB)), Row::One(service(RACK))] {
                for operation in draft.row_operations(row).iter() {
                    post(&row.field(), operation.key(), draft.operation(row, operation));
                }
            }
            for row in draft.domain_rows() {
                for operation in DomainOperation::ALL {
                    post(&row.field(), operation.key(), draft.domain_operation(row, *operation));
                }
            }
            posted.extend(draft.hidden(drawing));
            let (again, _) = PrivilegeDraft::posted(base, &posted);
            assert_eq!(again.rights(), draft.rights(), "{drawing:?}, own: {is_me}");
        }
    }
}
