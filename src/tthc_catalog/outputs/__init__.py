# Stage 6: facts to what others read. One output, one file; words that several outputs share stand
# in the modules named after their rows. Nothing is decided here that another would decide anew.

"""Facts to what others read: one output, one file."""
