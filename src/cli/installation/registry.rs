//! The user's registry on Windows; elsewhere there is none, and no plan has keys.

use std::io;

use super::Key;

/// Writes keys with their values.
#[cfg(windows)]
pub(super) fn write(keys: &[Key]) -> io::Result<()> {
    use super::Value;
    use windows_registry::CURRENT_USER;
    for Key { path, values } in keys {
        let key = CURRENT_USER.create(path)?;
        for (name, value) in values {
            match value {
                Value::Text(text) => key.set_string(name, text)?,
                Value::Number(number) => key.set_u32(name, *number)?,
            }
        }
    }
    Ok(())
}

/// Removes keys with all that is in them, then the shared ones that are empty; says whether there
/// was any.
#[cfg(windows)]
pub(super) fn remove(keys: &[Key], shared: &[&str]) -> io::Result<bool> {
    use windows_registry::CURRENT_USER;
    let mut found = false;
    for Key { path, .. } in keys {
        if CURRENT_USER.open(path).is_ok() {
            CURRENT_USER.remove_tree(path)?;
            found = true;
        }
    }
    for path in shared {
        let Ok(key) = CURRENT_USER.open(path) else { continue };
        let is_empty = key.keys()?.next().is_none() && key.values()?.next().is_none();
        drop(key);
        if is_empty {
            CURRENT_USER.remove_tree(path)?;
        }
    }
    Ok(found)
}

#[cfg(not(windows))]
pub(super) fn write(keys: &[Key]) -> io::Result<()> {
    if keys.is_empty() { Ok(()) } else { Err(io::ErrorKind::Unsupported.into()) }
}

#[cfg(not(windows))]
pub(super) fn remove(keys: &[Key], _: &[&str]) -> io::Result<bool> {
    write(keys).map(|()| false)
}
