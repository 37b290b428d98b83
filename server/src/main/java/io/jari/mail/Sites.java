package io.jari.mail;

import java.net.URI;

/** Where links lead: the addresses of guests and of staff, without a slash at the end. */
record Sites(String guests, String staff) {

    /** As people know it. */
    String name() {
        return URI.create(guests).getAuthority();
    }

    String reservation(String reservationId) {
        return guests + "/reservations/" + reservationId;
    }

    String tickets(String dateId) {
        return guests + "/tickets?date=" + dateId;
    }

    String ticket(String ticketId) {
        return guests + "/tickets/" + ticketId;
    }

    String hold(String holdId) {
        return guests + "/holds/" + holdId;
    }

    String wallet() {
        return guests + "/wallet";
    }

    String signIn() {
        return guests + "/sign-in";
    }

    /** Where a new password is asked for. */
    String forgot() {
        return guests + "/forgot";
    }

    String reset(String token) {
        return guests + "/reset?token=" + token;
    }

    String invitation(String token) {
        return staff + "/invitation?token=" + token;
    }
}
