"""What authors of rules work with: rule files, the check, the comparison of two sets, explanations."""
