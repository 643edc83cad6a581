//! Both layouts with all their parts, to the millimetre: tables that quote the clause, held
//! against the pages of documents with short and long names, of one page and more, with each
//! kind of signature and each mark.

mod cases;
mod clauses;
mod columns;
mod crowded;
mod joined;
mod kept_rows;
mod lead_ins;
mod margins;
mod notes;
mod pages;
mod tables;
