"""Public procurement notices: eForms XML is read into facts, and facts are counted. No database, no request."""
