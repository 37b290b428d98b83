package io.jari.concert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

@ApplicationScoped
class SeatPlanStore {
    private final Jdbi jdbi;

    SeatPlanStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    List<StoredPlan> list(int concertId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select plan_id, name, seats, created_at from seat_plan where concert_id = :concert order by plan_id
                        """)
                .bind("concert", concertId)
                .map(SeatPlanStore::plan)
                .list());
    }

    static StoredPlan find(Handle handle, int concertId, int planId) {
        return handle.createQuery("""
                        select plan_id, name, seats, created_at from seat_plan where concert_id = :concert and plan_id = :plan
                        """)
                .bind("concert", concertId)
                .bind("plan", planId)
                .map(SeatPlanStore::plan)
                .one();
    }

    Optional<String> json(int concertId, int planId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select plan from seat_plan where concert_id = :concert and plan_id = :plan")
                .bind("concert", concertId)
                .bind("plan", planId)
                .mapTo(String.class)
                .findOne());
    }

    /** What {@link PlanHash#sha} makes of its JSON. */
    static String sha(Handle handle, int concertId, int planId) {
        return handle.createQuery("""
                        select encode(sha256(convert_to(plan, 'UTF8')), 'hex') from seat_plan
                         where concert_id = :concert and plan_id = :plan
                        """)
                .bind("concert", concertId)
                .bind("plan", planId)
                .mapTo(String.class)
                .one();
    }

    static int nextId(Handle handle, int concertId) {
        return handle.createQuery("""
                        update concert set last_plan_id = last_plan_id + 1 where concert_id = :concert returning last_plan_id
                        """)
                .bind("concert", concertId)
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Handle handle, int concertId, int planId, String name, int seats, String json, Instant now) {
        handle.execute(
                "insert into seat_plan (concert_id, plan_id, name, seats, plan, created_at) values (?, ?, ?, ?, ?, ?)",
                concertId,
                planId,
                name,
                seats,
                json,
                now);
    }

    private static StoredPlan plan(ResultSet row, StatementContext context) throws SQLException {
        return new StoredPlan(
                Integer.toString(row.getInt("plan_id")),
                row.getString("name"),
                row.getInt("seats"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
