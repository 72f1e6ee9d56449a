"""What extracts, proposals and referrals share: their parts and their sender."""
