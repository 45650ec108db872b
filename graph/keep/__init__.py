"""The store on disk and its engine: the one room that knows both."""
