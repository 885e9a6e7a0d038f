"""A shop in Python: its alarm topic, its paid orders, and the construct beside them."""

from pathlib import Path

from aws_cdk import App, Duration, Environment, Stack
from aws_cdk.aws_lambda import Code, Function, Runtime
from aws_cdk.aws_lambda_event_sources import SqsEventSource
from aws_cdk.aws_sns import Topic
from aws_cdk.aws_sqs import DeadLetterQueue, Queue
from cdk_pinterest_conversions import PinterestConversions
from constructs import Construct


class ShopStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, *, env: Environment) -> None:
        super().__init__(scope, construct_id, env=env)

        paid_orders = Queue(
            self,
            "PaidOrders",
            visibility_timeout=Duration.minutes(6),
            dead_letter_queue=DeadLetterQueue(queue=Queue(self, "OrdersNotReported"), max_receive_count=20),
        )
        conversions = PinterestConversions(
            self,
            "Pinterest",
            ad_account_id="549755885175",
            allowed_origins=["https://www.shop.example"],
            domain_name="events.shop.example",
            certificate_arn="arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
            alarm_topic=Topic(self, "OnCall"),
            expected_events_per_day=5_000,
        )
        report_orders = Function(
            self,
            "ReportOrders",
            runtime=Runtime.PYTHON_3_13,
            handler="report_orders.handler",
            code=Code.from_asset(str(Path(__file__).parent / "orders")),
            timeout=Duration.minutes(1),
        )
        report_orders.add_event_source(SqsEventSource(paid_orders))
        conversions.connect(report_orders)


app = App()
ShopStack(app, "Shop", env=Environment(account="111122223333", region="eu-west-1"))
app.synth()
