"""Reports paid orders to Pinterest. `connect` has put the two variables into the environment, and granted the key."""

import json
import os
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import boto3

_secrets = boto3.client("secretsmanager")


def _ingest_key() -> str:
    """Asked for each time: the key may have been rotated."""
    return _secrets.get_secret_value(SecretId=os.environ["CONVERSIONS_INGEST_KEY_SECRET_ARN"])["SecretString"]


def checkout_of(order: dict) -> dict:
    """The id is made from the order's, so that a second run counts nothing twice."""
    return {
        "event_name": "checkout",
        "action_source": "web",
        "event_time": order["paidAt"],
        "event_id": f"checkout-{order['id']}",
        "user_data": {"email": order["email"], "click_id": order.get("clickId")},
        "custom_data": {
            "order_id": order["id"],
            "currency": order["currency"],
            "value": sum(line["price"] * line["quantity"] for line in order["lines"]),
        },
    }


def handler(event: dict, _context: object) -> None:
    orders = [json.loads(record["body"]) for record in event["Records"]]
    request = Request(
        f"{os.environ['CONVERSIONS_ENDPOINT']}/events",
        data=json.dumps({"data": [checkout_of(order) for order in orders]}).encode(),
        headers={"authorization": f"Bearer {_ingest_key()}", "content-type": "application/json"},
    )
    try:
        with urlopen(request, timeout=30) as answer:
            results = json.load(answer)["events"]
    except HTTPError as error:
        if error.code != 422:
            raise  # the orders stay in the queue, and are reported again
        results = json.load(error)["details"]["events"]
    for order, result in zip(orders, results):
        if result["status"] == "failed":
            print(f"order {order['id']} was not taken: {result['error_message']}")
