-- one database a service: neither reads the other's tables
CREATE DATABASE orders;
CREATE DATABASE inventory;
