-- Roles with their scope, teams, substitutes, hand-overs; the role that sees only its own customers.

alter table user_role
  drop constraint user_role_role_check,
  add constraint user_role_role_check check (role in
    ('administrator', 'credit_manager', 'senior_collector', 'collector', 'finance', 'cashier',
     'sales', 'legal', 'executive', 'auditor'));
