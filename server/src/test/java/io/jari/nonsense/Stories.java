package io.jari.nonsense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Orders in which calls make sense; and mostly they come in a slightly other one. */
final class Stories {
    private static final String ALL = """
            GET /v1/account
            POST /v1/accounts/{accountID}/wallet-credits
            GET /v1/wallet
            POST /v1/wallet/charges
            POST /v1/payments

            GET /v1/hotels/{hotelID}/room-types
            POST /v1/reservation-orders
            POST /v1/reservations
            GET /v1/reservations/{reservationID}
            POST /v1/payments
            GET /v1/payments/{paymentID}
            DELETE /v1/reservations/{reservationID}
            DELETE /v1/reservations/{reservationID}

            POST /v1/reservation-orders
            POST /v1/reservations
            POST /v1/reservations
            POST /v1/payments
            DELETE /v1/payments/{paymentID}/open-attempt
            GET /v1/payments/{paymentID}
            POST /v1/payments/{paymentID}/refunds
            POST /v1/payments/{paymentID}/refunds/{n}/retries
            PUT /v1/payments/{paymentID}/refunds/{n}/settlement
            GET /v1/payment-timelines

            POST /v1/reservation-orders
            POST /v1/reservations
            POST /v1/payments
            GET /v1/payments/{paymentID}
            GET /v1/hotels/{hotelID}/today
            POST /v1/reservations/{reservationID}/check-in
            POST /v1/reservations/{reservationID}/room-moves
            POST /v1/reservations/{reservationID}/desk-payments
            POST /v1/reservations/{reservationID}/check-out

            POST /v1/reservation-orders
            POST /v1/reservations
            POST /v1/reservations/{reservationID}/desk-payments
            POST /v1/reservations/{reservationID}/change-offers
            POST /v1/reservations/{reservationID}/changes
            POST /v1/reservations/{reservationID}/no-show
            POST /v1/reservations/{reservationID}/walk

            GET /v1/concerts/{concertID}/dates/{dateID}
            GET /v1/concerts/{concertID}/dates/{dateID}/seats
            POST /v1/seat-holds
            POST /v1/seat-holds/{holdID}/extension
            POST /v1/seat-holds/{holdID}/extension
            DELETE /v1/seat-holds/{holdID}
            DELETE /v1/seat-holds/{holdID}

            GET /v1/concerts/{concertID}/dates
            POST /v1/seat-holds
            POST /v1/payments
            GET /v1/payments/{paymentID}
            GET /v1/seat-holds/{holdID}
            GET /v1/tickets
            GET /v1/tickets/{ticketID}
            POST /v1/concerts/{concertID}/dates/{dateID}/check-ins
            POST /v1/seat-holds/{holdID}/cancellation
            DELETE /v1/seat-holds/{holdID}

            GET /v1/account
            POST /v1/accounts/{accountID}/wallet-credits
            POST /v1/seat-holds
            POST /v1/payments
            GET /v1/tickets
            POST /v1/concerts/{concertID}/dates/{dateID}/check-ins

            POST /v1/concerts
            POST /v1/concerts/{concertID}/seat-plans
            POST /v1/concerts/{concertID}/dates
            PUT /v1/concerts/{concertID}/dates/{dateID}/queue
            POST /v1/queue
            GET /v1/queue/status
            POST /v1/queue/entries
            POST /v1/concerts/{concertID}/dates/{dateID}/queue/pause
            POST /v1/queue/entries
            POST /v1/concerts/{concertID}/dates/{dateID}/queue/resume
            POST /v1/seat-holds
            POST /v1/payments
            DELETE /v1/queue/entries

            POST /v1/concerts
            POST /v1/concerts/{concertID}/seat-plans
            POST /v1/concerts/{concertID}/dates
            PUT /v1/concerts/{concertID}/dates/{dateID}/blocked-seats
            PUT /v1/concerts/{concertID}/dates/{dateID}/seat-marks
            GET /v1/concerts/{concertID}/dates/{dateID}/plan
            GET /v1/concerts/{concertID}/dates/{dateID}/queue
            POST /v1/queue
            GET /v1/queue/status
            POST /v1/queue/entries
            POST /v1/seat-holds

            POST /v1/concerts
            POST /v1/concerts/{concertID}/seat-plans
            POST /v1/concerts/{concertID}/dates
            PUT /v1/concerts/{concertID}/dates/{dateID}/prices
            PUT /v1/concerts/{concertID}/dates/{dateID}
            POST /v1/concerts/{concertID}/dates/{dateID}/pause
            POST /v1/seat-holds
            POST /v1/concerts/{concertID}/dates/{dateID}/resume
            POST /v1/seat-holds
            POST /v1/payments
            POST /v1/concerts/{concertID}/dates/{dateID}/postponement
            POST /v1/concerts/{concertID}/dates/{dateID}/cancellation
            GET /v1/concerts/{concertID}/dates/{dateID}/cancellation
            DELETE /v1/concerts/{concertID}

            POST /v1/hotels
            POST /v1/hotels/{hotelID}/room-types
            POST /v1/hotels/{hotelID}/rooms
            PUT /v1/hotels/{hotelID}/rooms/{roomID}
            PUT /v1/hotels/{hotelID}/rooms/{roomID}/housekeeping
            POST /v1/hotels/{hotelID}/out-of-order
            DELETE /v1/hotels/{hotelID}/out-of-order/{outOfOrderID}
            POST /v1/reservation-orders
            POST /v1/reservations
            POST /v1/hotels/{hotelID}/night-closures
            DELETE /v1/hotels/{hotelID}/rooms/{roomID}
            DELETE /v1/hotels/{hotelID}/room-types/{roomTypeID}
            DELETE /v1/hotels/{hotelID}

            GET /v1/hotels/{hotelID}/room-types/{roomTypeID}/rate-card
            PUT /v1/hotels/{hotelID}/room-types/{roomTypeID}/rate-card
            POST /v1/hotels/{hotelID}/rate-changes
            GET /v1/hotels/{hotelID}/rate-changes/{changeID}/reservations
            POST /v1/hotels/{hotelID}/rate-changes/{changeID}/undo
            POST /v1/hotels/{hotelID}/rate-changes/{changeID}/undo

            POST /v1/webhooks
            POST /v1/webhooks/{webhookID}/pings
            GET /v1/webhooks/{webhookID}/deliveries
            POST /v1/webhooks/{webhookID}/deliveries/{number}/replay
            POST /v1/webhooks/{webhookID}/replays
            POST /v1/webhooks/{webhookID}/secret-rotations
            DELETE /v1/webhooks/{webhookID}

            POST /v1/staff/invitations
            POST /v1/staff/invitations/{accountID}/link
            POST /v1/staff/invitations/{accountID}/mail
            DELETE /v1/staff/invitations/{accountID}

            POST /v1/staff
            PUT /v1/staff/{accountID}/rights/{role}/{scope}
            DELETE /v1/staff/{accountID}/rights/{role}/{scope}
            DELETE /v1/staff/{accountID}
            """;

    private final List<List<Operation>> stories;

    Stories(Operations operations) {
        stories = Arrays.stream(ALL.split("\n\n", -1))
                .map(story -> story.lines().map(operations::named).toList())
                .toList();
    }

    /** One of them: as it is, with a step twice, without one, or with two in each other's place. */
    List<Operation> any(Random random) {
        var story = new ArrayList<>(stories.get(random.nextInt(stories.size())));
        var at = random.nextInt(story.size() - 1);
        switch (random.nextInt(8)) {
            case 0 -> story.add(at, story.get(at));
            case 1 -> story.remove(at);
            case 2 -> story.add(at, story.remove(at + 1));
            default -> {}
        }
        return story;
    }
}
