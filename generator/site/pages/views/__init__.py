"""The values for each template: text that is ready to show, so that a template decides and formats nothing."""
