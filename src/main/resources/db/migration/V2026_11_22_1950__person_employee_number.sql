-- What the payroll of the library calls an employment; optional, and never a BSN (R7).
alter table employment add column employee_number text check (length(trim(employee_number)) between 1 and 20);
