package io.jari.db;

/** The embedded server's configuration. An acknowledged write is durable; strangers get no connection. */
final class PostgresSettings {
    private PostgresSettings() {}

    static String text(int port) {
        return """
                # Written at each start. Put your own settings into custom.conf beside this file.
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 100
                timezone = 'UTC'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = %s
                effective_cache_size = 1GB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                max_wal_size = 4GB
                checkpoint_timeout = 15min
                checkpoint_completion_target = 0.9
                # For change capture later; costs a few bytes for each update. A slot nobody reads may not fill the disk.
                wal_level = logical
                max_slot_wal_keep_size = 4GB
                # Queries are short and many: compiling or spreading them costs more than it gains.
                jit = off
                max_parallel_workers_per_gather = 0
                random_page_cost = 1.1
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                log_file_mode = 0600
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%a '
                log_min_duration_statement = 1000
                log_checkpoints = off
                # Dead peers are noticed, so that what they locked is let go.
                tcp_keepalives_idle = 30
                client_connection_check_interval = 1s
                """.formatted(port, System.getenv().getOrDefault("JARI_DB_SHARED_BUFFERS", "256MB"));
    }
}
