"""What each template is given: text that is ready to show, so that a template decides and formats nothing."""
