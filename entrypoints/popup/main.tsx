document.body.textContent = 'Paperlight';
