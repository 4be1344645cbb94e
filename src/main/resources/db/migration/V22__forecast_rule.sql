-- As the others from the first day: a host whose storage is full within two weeks at this pace.
insert into alert_rule values
    ('00000000-0000-4000-8000-000000000006', 'Storage fills up within two weeks', 'HOST_STORAGE_DAYS', 'ALL', '', false, 14, 21, 3600, 3600, true);
