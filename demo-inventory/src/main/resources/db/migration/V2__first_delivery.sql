insert into product (sku, name, price) values
	('BOOK-01', 'Notebook, dotted', 14.50),
	('LAMP-01', 'Desk lamp', 49.00),
	('MUG-01', 'Enamel mug', 12.00),
	('SOCK-01', 'Wool socks', 9.90),
	('TEA-01', 'Green tea, 100 g', 7.80),
	('VINYL-01', 'Vinyl record, numbered', 35.00);

insert into stock (sku, available) values
	('BOOK-01', 80),
	('LAMP-01', 25),
	('MUG-01', 120),
	('SOCK-01', 150),
	('TEA-01', 200),
	('VINYL-01', 3);
