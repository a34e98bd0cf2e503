"""The statements of lib/functions/databaseUser.py, against a warehouse of lists. Needs nothing installed."""

import json
import sys
import types
import unittest
from pathlib import Path
from unittest import mock

sys.modules.setdefault("boto3", types.SimpleNamespace(client=None))
sys.path.insert(0, str(Path(__file__).parent.parent / "lib" / "functions"))

import answer  # noqa: E402
import databaseUser as database_user  # noqa: E402

WANTED = {
    "database": "sales",
    "schema": "marts",
    "user": "IAMR:loader",
}
PLACE = {"WORKGROUP": "orders", "NAMESPACE": "orders"}


class Warehouse:
    """Answers the calls of the function. `there` are names that exist already, `used` says what a
    schema has: words of the queries that ask."""

    def __init__(self, there=(), fails=None, used=()):
        self.there, self.fails, self.sent, self.logins = there, fails, [], []
        self.used = used

    def get_namespace(self, namespaceName):
        return {"namespace": {"adminPasswordSecretArn": f"arn:secret:{namespaceName}"}}

    def execute_statement(self, Sql, Parameters=(), **login):
        self.sent.append((login["Database"], Sql))
        name = login.get("WorkgroupName") or "cluster " + login["ClusterIdentifier"]
        self.logins.append((name, login["SecretArn"]))
        found = any(parameter["value"] in self.there for parameter in Parameters)
        return {"Id": json.dumps([Sql, found])}

    def describe_statement(self, Id):
        sql, _ = json.loads(Id)
        if self.fails and self.fails in sql:
            return {"Status": "FAILED", "Error": "ERROR: permission denied"}
        return {"Status": "FINISHED", "HasResultSet": sql.startswith("SELECT")}

    def get_statement_result(self, Id):
        sql, found = json.loads(Id)
        if "pg_tables" in sql:
            tables = ["orders", "orders_loads"] if found else []
            return {"Records": [[{"stringValue": "marts"}, {"stringValue": t}] for t in tables]}
        found = found or any(word in sql for word in self.used)
        return {"Records": [[{"longValue": 1}]] if found else []}

    def changes(self):
        return [sent for sent in self.sent if not sent[1].startswith("SELECT")]


class Make(unittest.TestCase):
    def test_makes_what_is_missing(self):
        warehouse = Warehouse()
        database_user.make(warehouse, warehouse, PLACE, WANTED)
        self.assertEqual(
            warehouse.changes(),
            [
                ("dev", 'CREATE DATABASE "sales"'),
                ("sales", 'CREATE USER "IAMR:loader" PASSWORD DISABLE'),
                ("sales", 'CREATE SCHEMA IF NOT EXISTS "marts"'),
                ("sales", 'GRANT USAGE, CREATE ON SCHEMA "marts" TO "IAMR:loader"'),
            ],
        )
        self.assertEqual(set(warehouse.logins), {("orders", "arn:secret:orders")})

    def test_leaves_what_is_there(self):
        warehouse = Warehouse(there=["sales", "IAMR:loader"])
        database_user.make(warehouse, warehouse, PLACE, WANTED)
        self.assertEqual([database for database, _ in warehouse.changes()], ["sales", "sales"])

    def test_knows_a_cluster_by_its_secret_and_makes_no_database_in_it(self):
        warehouse = Warehouse()
        place = {"CLUSTER": "old", "SECRET": "arn:secret:of-old"}
        database_user.make(warehouse, warehouse, place, WANTED)
        self.assertEqual(warehouse.changes()[0][1][:11], "CREATE USER")
        self.assertEqual(set(warehouse.logins), {("cluster old", "arn:secret:of-old")})

    def test_makes_no_other_users_than_those_of_roles(self):
        warehouse = Warehouse()
        with self.assertRaisesRegex(ValueError, "'root' is no user of a role"):
            database_user.make(warehouse, warehouse, PLACE, {**WANTED, "user": "root"})
        self.assertEqual(warehouse.sent, [])

    def test_says_which_statement_failed(self):
        warehouse = Warehouse(fails="CREATE USER")
        with self.assertRaisesRegex(RuntimeError, "CREATE USER .*permission denied"):
            database_user.make(warehouse, warehouse, PLACE, WANTED)


class Unmake(unittest.TestCase):
    def statements(self, wanted=WANTED, **warehouse):
        made = Warehouse(**warehouse)
        database_user.unmake(made, made, PLACE, wanted)
        return [sql for _, sql in made.changes()]

    def test_drops_what_the_user_made_and_the_schema(self):
        self.assertEqual(
            self.statements(there=["IAMR:loader"]),
            [
                'DROP TABLE "marts"."orders"',
                'DROP TABLE "marts"."orders_loads"',
                'REVOKE ALL ON SCHEMA "marts" FROM "IAMR:loader"',
                'DROP USER "IAMR:loader"',
                'DROP SCHEMA "marts"',
            ],
        )

    def test_leaves_a_schema_that_others_use(self):
        for used in ("pg_class", "svv_schema_privileges"):
            last = self.statements(there=["IAMR:loader"], used=[used])[-1]
            self.assertEqual(last, 'DROP USER "IAMR:loader"', used)
        last = self.statements({**WANTED, "schema": "public"}, there=["IAMR:loader"])[-1]
        self.assertEqual(last, 'DROP USER "IAMR:loader"')

    def test_does_nothing_without_the_user(self):
        self.assertEqual(self.statements(), [])


class Handler(unittest.TestCase):
    def answer_to(self, warehouse, request, **more):
        event = {
            "RequestType": request,
            "ResponseURL": "https://answers.invalid/",
            "StackId": "s",
            "RequestId": "r",
            "LogicalResourceId": "l",
            "ResourceProperties": WANTED,
            **more,
        }
        context = types.SimpleNamespace(log_stream_name="stream")
        with (
            mock.patch.dict(database_user.os.environ, PLACE),
            mock.patch.object(database_user.boto3, "client", lambda _: warehouse, create=True),
            mock.patch.object(answer.urllib.request, "urlopen") as urlopen,
        ):
            database_user.handler(event, context)
        return json.loads(urlopen.call_args.args[0].data)

    def test_tells_success(self):
        answer = self.answer_to(Warehouse(), "Create")
        self.assertEqual(
            (answer["Status"], answer["PhysicalResourceId"]), ("SUCCESS", "IAMR:loader")
        )

    def test_tells_why_it_failed(self):
        answer = self.answer_to(
            Warehouse(fails="GRANT"), "Update", PhysicalResourceId="IAMR:loader"
        )
        self.assertEqual(answer["Status"], "FAILED")
        self.assertIn("permission denied (log stream)", answer["Reason"])

    def deleting(self, user, **properties):
        warehouse = Warehouse(there=["IAMR:loader"])
        answer = self.answer_to(
            warehouse,
            "Delete",
            PhysicalResourceId=user,
            ResourceProperties={**WANTED, **properties},
        )
        self.assertEqual(answer["Status"], "SUCCESS")
        return [sql for _, sql in warehouse.changes()]

    def test_drops_nothing_unless_data_go_with_the_stack(self):
        self.assertEqual(self.deleting("IAMR:loader"), [])
        self.assertEqual(self.deleting("IAMR:loader", data="retain"), [])
        self.assertEqual(self.deleting("IAMR:loader", data="destroy")[-1], 'DROP SCHEMA "marts"')

    def test_drops_nothing_that_it_did_not_make(self):
        self.assertEqual(self.deleting("none", data="destroy"), [])


if __name__ == "__main__":
    unittest.main()
