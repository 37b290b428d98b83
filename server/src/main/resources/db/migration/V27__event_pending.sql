-- One commit may serve several partitions, all under one version: each tells of its own entries.
alter table event_pending drop constraint event_pending_pkey, add primary key (version, kind, partition_id);
