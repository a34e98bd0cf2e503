"""Redshift, Redshift Serverless and the Redshift Data API."""

from tours import ORDERS, Place
from waiting import until

WAREHOUSE = {"WorkgroupName": "tour-group", "Database": "dev"}

STATEMENT_ENDS = {"FINISHED", "FAILED", "ABORTED"}


def clusters(place: Place) -> None:
    redshift = place.redshift
    for name in ("tour-cluster", "tour-old"):
        redshift(
            "CreateCluster",
            ClusterIdentifier=name,
            NodeType="ra3.large",
            NumberOfNodes=2,
            MasterUsername="admin",
            MasterUserPassword="Secret-123",
            DBName="dev",
        )
    found = redshift.pages("DescribeClusters", "Clusters", PaginationConfig={"PageSize": 20})
    assert len(found) == 2
    redshift("ModifyCluster", ClusterIdentifier="tour-old", NumberOfNodes=3)
    redshift("DeleteCluster", ClusterIdentifier="tour-old", SkipFinalClusterSnapshot=True)
    redshift.refused("DescribeClusters", "ClusterNotFound", ClusterIdentifier="tour-old")


def serverless(place: Place) -> None:
    serverless = place.redshift_serverless
    for name in ("tour-space", "tour-old-space"):
        serverless(
            "CreateNamespace",
            namespaceName=name,
            adminUsername="admin",
            adminUserPassword="Secret-123",
            dbName="dev",
            iamRoles=["arn:aws:iam::000000000000:role/tour"],
        )
    serverless("GetNamespace", namespaceName="tour-space")
    serverless("UpdateNamespace", namespaceName="tour-space", logExports=["userlog"])
    found = serverless.pages("ListNamespaces", "namespaces", PaginationConfig={"PageSize": 1})
    assert len(found) == 2
    for name, namespace in (("tour-group", "tour-space"), ("tour-old-group", "tour-old-space")):
        serverless(
            "CreateWorkgroup",
            workgroupName=name,
            namespaceName=namespace,
            baseCapacity=8,
            publiclyAccessible=False,
            subnetIds=["subnet-1"],
            securityGroupIds=["sg-1"],
        )
    serverless("GetWorkgroup", workgroupName="tour-group")
    serverless("UpdateWorkgroup", workgroupName="tour-group", baseCapacity=16)
    found = serverless.pages("ListWorkgroups", "workgroups", PaginationConfig={"PageSize": 1})
    assert len(found) == 2
    serverless("DeleteWorkgroup", workgroupName="tour-old-group")
    serverless("DeleteNamespace", namespaceName="tour-old-space")


def statements(place: Place) -> None:
    data = place.redshift_data

    def ended(statement_id: str) -> dict:
        return until(
            lambda: data("DescribeStatement", Id=statement_id),
            lambda found: found["Status"] in STATEMENT_ENDS,
        )

    def run(sql: str, **members) -> str:
        statement = data("ExecuteStatement", **WAREHOUSE, Sql=sql, **members)
        described = ended(statement["Id"])
        assert described["Status"] == "FINISHED", described
        return statement["Id"]

    run("CREATE TABLE tour_orders (id BIGINT, amount DOUBLE PRECISION, ok BOOLEAN, note VARCHAR)")
    run(f"COPY tour_orders (id, amount) FROM '{ORDERS}' IAM_ROLE default CSV IGNOREHEADER 1")
    batch = data(
        "BatchExecuteStatement",
        **WAREHOUSE,
        Sqls=[
            "INSERT INTO tour_orders VALUES (3, 4.5, true, 'x')",
            "SELECT count(*) FROM tour_orders",
        ],
        StatementName="tour-batch",
    )
    described = ended(batch["Id"])
    assert described["Status"] == "FINISHED", described
    data("GetStatementResult", Id=described["SubStatements"][1]["Id"])
    query = run(
        "SELECT * FROM tour_orders WHERE id >= :least ORDER BY id",
        Parameters=[{"name": "least", "value": "1"}],
        StatementName="tour-select",
    )
    assert len(data.pages("GetStatementResult", "Records", Id=query)) == 3
    as_csv = run("SELECT 1 AS one", ResultFormat="CSV")
    data("GetStatementResultV2", Id=as_csv)
    session = data("ExecuteStatement", **WAREHOUSE, Sql="SELECT 1", SessionKeepAliveSeconds=60)
    ended(session["Id"])
    data("ListSessions", Status="AVAILABLE")
    csv = run("SELECT * FROM tour_orders", ResultFormat="CSV", WaitTimeSeconds=30)
    data.pages("GetStatementResultV2", "Records", Id=csv)
    in_session = data(
        "ExecuteStatement",
        **WAREHOUSE,
        Sql="CREATE TEMP TABLE tour_temp (a INT)",
        SessionKeepAliveSeconds=60,
        WaitTimeSeconds=30,
    )
    assert in_session["Status"] == "FINISHED"
    session = in_session["SessionId"]
    found = data.pages("ListSessions", "Sessions", SessionId=session)
    assert found[0]["Status"] == "AVAILABLE"
    failed = ended(data("ExecuteStatement", **WAREHOUSE, Sql="SELECT missing")["Id"])
    assert failed["Status"] == "FAILED"
    endless = "SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range"
    running = data("ExecuteStatement", **WAREHOUSE, Sql=endless)["Id"]
    assert data("CancelStatement", Id=running)["Status"] is True
    assert ended(running)["Status"] == "ABORTED"
    assert len(data.pages("ListStatements", "Statements", StatementName="tour", Status="ALL")) == 2


def schemas(place: Place) -> None:
    data = place.redshift_data
    data("ListDatabases", **WAREHOUSE)
    data("ListSchemas", **WAREHOUSE, SchemaPattern="pub%")
    found = data.pages("ListTables", "Tables", **WAREHOUSE, TablePattern="tour%")
    assert [table["name"] for table in found] == ["tour_orders"]
    found = data.pages("DescribeTable", "ColumnList", **WAREHOUSE, Table="tour_orders")
    assert len(found) == 4


TOURS = (clusters, serverless, statements, schemas)
