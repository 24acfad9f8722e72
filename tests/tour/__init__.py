"""A wild tour: thousands of random actions on the real window, watched for anything wrong."""
