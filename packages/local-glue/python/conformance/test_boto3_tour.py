"""boto3 visits every operation that local-glue supports; answers are what botocore's model says."""

import pytest

from conftest import SERVICES
from tours import (
    Place,
    catalog,
    definitions,
    events,
    identity,
    logging,
    runs,
    storage,
    warehouse,
)
from visits import Visitor, Visits

#: In an order in which each finds what it needs.
TOURS = (
    *storage.TOURS,
    *catalog.TOURS,
    *definitions.TOURS,
    *runs.TOURS,
    *logging.TOURS,
    *warehouse.TOURS,
    *identity.TOURS,
    *events.TOURS,
)


@pytest.fixture(scope="module")
def visits():
    return Visits()


@pytest.fixture(scope="module")
def place(empty_local_glue, session, visits):
    def visitor(service: str) -> Visitor:
        return Visitor(session.client(service, endpoint_url=empty_local_glue.url), visits)

    return Place(**{service.replace("-", "_"): visitor(service) for service in SERVICES})


@pytest.fixture(scope="module")
def outcomes(place, visits):
    """By tour: what stopped it, or None; and the deviations of its answers."""
    results = {}
    for tour in TOURS:
        visits.deviations = []
        error = None
        try:
            tour(place)
        except Exception as thrown:
            error = thrown
        results[tour] = (error, visits.deviations)
    return results


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.__name__)
def test_answers_are_what_the_model_says(outcomes, tour):
    error, deviations = outcomes[tour]
    assert not deviations, "\n".join(deviations)
    if error:
        raise error


@pytest.mark.parametrize("service", SERVICES)
def test_every_supported_operation_is_visited(outcomes, supported, visits, service):
    names = {operation["name"] for operation in supported[service]}
    assert names, "the server must say what it supports"
    assert names - visits.succeeded.get(service, set()) == set()


def test_the_tour_knows_every_service(supported):
    assert set(supported) == set(SERVICES)
