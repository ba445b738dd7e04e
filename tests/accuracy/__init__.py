"""Accuracy measured: consistent reports drawn at random, then one defect planted in each."""
