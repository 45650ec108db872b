"""Tables that hold tasks: what their columns, rows and crossings say."""
