create table product (
	sku varchar(32) primary key,
	name varchar(80) not null,
	price numeric(10, 2) not null check (price > 0)
);

create table stock (
	sku varchar(32) primary key references product (sku),
	available integer not null check (available between 0 and 500)
);

create table reservation (
	order_id uuid primary key,
	sku varchar(32) not null references product (sku),
	quantity integer not null check (quantity > 0),
	unit_price numeric(10, 2) not null,
	created_at timestamp with time zone not null default current_timestamp
);
